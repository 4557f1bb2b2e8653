"""The words of the portal: are they all translated, and are the Dutch ones plain?"""
