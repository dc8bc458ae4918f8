-- The embedded database finds these rows by the sorted files beside it: writing to an index at random
-- places was half the work of an import and three quarters of the file. A server keeps them.
${embedded} DROP INDEX customer_name_key;
${embedded} DROP INDEX customer_external_key;
${embedded} DROP INDEX customer_next_contact;
${embedded} DROP INDEX customer_last_contact;
${embedded} DROP INDEX phone_suffix8;
