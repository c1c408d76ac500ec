"""The addresses of every subject, in one namespace. None of them ever holds an answer."""

from .subjects import load

app_name = "advisor"
urlpatterns = [pattern for part in load("urls") for pattern in part.urlpatterns]
