// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/asset.h"
#include "backend/domain/connection.h"
#include "backend/domain/feed.h"
#include "backend/domain/link.h"
#include "backend/domain/node.h"
#include "backend/domain/service.h"
#include "backend/domain/site.h"
#include "backend/domain/verdict.h"

// The facts that a fleet is made of. All are plain values: copied freely, compared with ==, shared between threads once
// they are in a snapshot. Text is English as the platform says it, or empty.
