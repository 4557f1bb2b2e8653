"""A field for any number of files at once."""

from django import forms
from django.core.files.uploadedfile import UploadedFile


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Whether they are pictures is found out when they are made safe."""

    widget = SeveralFiles(attrs={"multiple": True, "accept": "image/*"})

    def clean(self, data: list[UploadedFile] | None, initial: object = None) -> list[UploadedFile]:
        return list(data or [])
