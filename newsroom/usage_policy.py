"""What may be done with a page or a picture, said in the answer itself, where robots.txt is not at hand."""

from articles.ai_policy import ai_policy


class UsagePolicy:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Says nothing on what is private: nobody else's program has any business there."""
        response = self.get_response(request)
        if "private" not in response.get("Cache-Control", ""):
            policy = ai_policy()
            response["Content-Usage"] = policy.content_usage
            if policy.robots_tag:
                response["X-Robots-Tag"] = policy.robots_tag
        return response
