// The system's libcsv. Debian ships it without a pkg-config file, hence `link "csv"` in the module map.
#include <csv.h>
