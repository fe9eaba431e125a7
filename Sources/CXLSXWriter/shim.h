// The system's libxlsxwriter.
#include <xlsxwriter.h>

// Linux's files without a name, which only GNU's headers declare: a workbook is written into one, never beside others.
int memfd_create(const char *name, unsigned int flags);

static inline int pipeline_memory_file(void) { return memfd_create("workbook", 1u /* MFD_CLOEXEC */); }
