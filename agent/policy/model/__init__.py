"""The policy that drives a language model: any LangChain chat model, held to the coach's promises."""
