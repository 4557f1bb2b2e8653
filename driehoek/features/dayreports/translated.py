"""What of day reports can be translated by hand."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.dayreports.models import DayReport

translatable("dagverslag", DayReport, lambda report: report.texts)
