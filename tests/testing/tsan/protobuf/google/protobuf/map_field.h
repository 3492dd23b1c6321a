// SPDX-License-Identifier: GPL-3.0-or-later
// Found before protobuf's own header of this name, in the preset tsan only. There ThreadSanitizer adds two members to
// every map of a message, which Debian's library, built without it, does not know of: it would read past them and
// crash.
#pragma once
#pragma push_macro("__SANITIZE_THREAD__")
#undef __SANITIZE_THREAD__
#include_next <google/protobuf/map_field.h>
#pragma pop_macro("__SANITIZE_THREAD__")
