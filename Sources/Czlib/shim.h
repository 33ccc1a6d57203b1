// zlib's streaming inflate and deflate, as Debian's zlib1g-dev installs it.
#include <zlib.h>
