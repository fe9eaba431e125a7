// What Linux offers to put files on the disk and Swift's own module of the C library leaves out.
#include <sys/types.h>
int syncfs(int descriptor);
int sync_file_range(int descriptor, off_t offset, off_t count, unsigned int flags);
enum { SYNC_FILE_RANGE_WRITE = 2 };
