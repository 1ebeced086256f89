"""The way back and forward through the articles that were shown."""

from reader.domain.articles import ArticleId


class Visits:
    """The articles in the order in which they were shown, and where on that way the reader is."""

    def __init__(self) -> None:
        self._visited: list[ArticleId] = []
        self._place = -1

    def add(self, article_id: ArticleId) -> None:
        """The article is shown now; what was ahead is forgotten."""
        if self._visited and self._visited[self._place] == article_id:
            return
        self._visited[self._place + 1 :] = [article_id]
        self._place = len(self._visited) - 1

    def can_go(self, steps: int) -> bool:
        return 0 <= self._place + steps < len(self._visited)

    def go(self, steps: int) -> ArticleId:
        """The article so many steps on, or back; there must be one."""
        self._place += steps
        return self._visited[self._place]
