// The C library's allocator, whose settings Swift's own module of it leaves out.
#include <malloc.h>
