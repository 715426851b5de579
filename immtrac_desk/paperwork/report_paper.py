"""Reports on paper and pictures on the screen: flat records to bytes, drawn when looked at."""

from forms.charts.chart import DARK, PRINT, Chart
from forms.report_entries import Report


def draw_report(report: Report) -> bytes:
    """Return the report as a PDF, with the same pictures that the screen shows."""
    from forms.report_pages import report_pdf

    return report_pdf(report)


def draw_chart(chart: Chart, wide: float, high: float, *, dark: bool) -> bytes:
    """Return one picture as a PDF page of this size, in points, for a light or a dark screen."""
    from forms.charts.page import chart_page

    return chart_page(chart, wide, high, DARK if dark else PRINT)
