"""The rule lab: what a draft of the facts would change, who approves it, and how it is published or taken back."""
