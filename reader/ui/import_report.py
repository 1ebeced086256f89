"""Tells what became of the rows of a dictionary file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.services.dictionary_file import ImportReport
from reader.ui import correction_words

MOST_REFUSED = 200  # rows that are listed one by one


class ImportReportBox(QMessageBox):
    """Shows how many rows were taken, and why the others were not."""

    def __init__(self, report: ImportReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("import_report")
        self.setWindowTitle(self.tr("Dictionary imported"))
        self.setIcon(QMessageBox.Icon.Information)
        self.setTextFormat(Qt.TextFormat.PlainText)
        lines = [self.tr("%Ln entry(s) taken.", "", report.taken)]
        if report.replaced:
            lines.append(self.tr("%Ln of them in place of another.", "", report.replaced))
        if report.refused:
            lines.append(self.tr("%Ln row(s) refused.", "", len(report.refused)))
            refused = [
                self.tr("Row {0}: {1}").format(row.number, correction_words.refusal(row.reason))
                for row in report.refused[:MOST_REFUSED]
            ]
            if len(report.refused) > MOST_REFUSED:
                refused.append("…")
            self.setDetailedText("\n".join(refused))
        self.setText("\n".join(lines))
