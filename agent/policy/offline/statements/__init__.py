"""What a finding says, as claims: sentences that name their evidence, for replies and plans alike."""
