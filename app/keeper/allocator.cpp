// SPDX-License-Identifier: GPL-3.0-or-later

// How jemalloc, which the keeper is linked with, shall work; it reads this name before main(). A keeper runs for months
// and gives from thread to thread what it allocates: an arena for each thread, as glibc has them, then fills with holes
// (24 MB in ten minutes at 10,000 sites). Two arenas are enough for two busy threads; what was let go goes back to the
// system after two seconds, by a thread of its own, so that a quiet keeper gives back as well.
extern "C" {
// NOLINTNEXTLINE(readability-identifier-naming): jemalloc's name
extern const char *malloc_conf;
const char *malloc_conf = "narenas:2,background_thread:true,dirty_decay_ms:2000,muzzy_decay_ms:0";
}
