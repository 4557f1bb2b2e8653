"""A field of a form for photos and other files."""

from typing import Any  # what a field is given

from django import forms
from django.core.files.uploadedfile import UploadedFile


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; what they are is found out when they are made safe. `accept` is what a browser
    offers first."""

    def __init__(self, *, accept: str = "", **kwargs: Any) -> None:
        attrs = {"multiple": True} | ({"accept": accept} if accept else {})
        super().__init__(widget=ManyFiles(attrs), **kwargs)

    def clean(
        self, data: "list[UploadedFile[Any]] | None", initial: object = None
    ) -> "list[UploadedFile[Any]]":
        return list(data or [])
