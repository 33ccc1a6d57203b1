// renameat2(2) exchanges two directories in one step; glibc declares it for GNU sources only, which Swift's Glibc is not.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// RENAME_EXCHANGE is 2 (linux/fs.h).
static inline int triptych_exchange(const char *a, const char *b) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 2);
}
