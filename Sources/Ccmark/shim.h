// CommonMark's reference implementation, as Debian's libcmark-dev installs it, and strlen for the texts it returns.
#include <cmark.h>
#include <string.h>
