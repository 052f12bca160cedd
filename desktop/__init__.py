"""miaohui: quick phrases and order quotes beside the chat window."""
