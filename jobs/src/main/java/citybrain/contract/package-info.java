/**
 * Data contracts of extracts and tables: columns, units, keys, code lists and checks. No file is
 * read and no table is written here.
 */
@NullMarked
package citybrain.contract;

import org.jspecify.annotations.NullMarked;
