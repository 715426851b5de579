"""The binding of records to sheets: records in, flat answers and PDF bytes out."""
