"""The binding of records to sheets: records in, flat answers and PDF bytes out."""

from immtrac_desk.paperwork.blank import blank_sheet, sample_sheet
from immtrac_desk.paperwork.packs import built_in_packs

__all__ = ["blank_sheet", "built_in_packs", "sample_sheet"]
