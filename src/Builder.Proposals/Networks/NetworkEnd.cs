using Builder.Graph.Documents;

namespace Builder.Proposals.Networks;

/// <summary>What follows every network: target, loss, scores, optimizer and training plan.</summary>
internal static class NetworkEnd
{
    /// <summary>Draws it.</summary>
    /// <param name="draft">What is drawn into.</param>
    /// <param name="end">The chain whose last block gives the prediction.</param>
    /// <param name="site">What is known of task and data.</param>
    /// <param name="how">Loss, scores and optimizer.</param>
    /// <param name="budget">How long.</param>
    public static void Draw(NetworkDraft draft, Chain end, NetworkSite site, Ending how, TrainingBudget budget)
    {
        var column = end.Column;
        var below = site.Rows;
        var target = draft.Add("Target", "target", column, below, [("columns", ParameterValue.Of(site.Encoded.Target)), .. site.Data]);
        var loss = draft.Add(how.Loss, "loss", column + 1, 0, how.LossParameters);
        draft.Link(end.Last, loss);
        draft.Link(target, loss, "target");
        var scores = draft.Add(how.Scores, "scores", column + 1, below);
        draft.Link(end.Last, scores);
        draft.Link(target, scores, "target");
        var optimizer = draft.Add("AdamW", "optimizer", column + 2, 0, how.OptimizerParameters);
        draft.Link(loss, optimizer, "loss");
        var schedule = draft.Add(how.Schedule, "schedule", column + 1, -1, how.ScheduleParameters);
        draft.Link(schedule, optimizer, "schedule", "schedule");
        draft.Add("Trainer", "trainer", column + 2, below,
            ("epochs", budget.Epochs), ("batch_size", budget.Batch), ("early_stopping", budget.Patience), ("seed", 1L));
    }
}

/// <summary>Loss, scores and optimizer of a network.</summary>
internal sealed record Ending(string Loss, string Scores, double LearningRate)
{
    /// <summary>Parameters of the loss.</summary>
    public (string Name, ParameterValue Value)[] LossParameters { get; init; } = [];

    /// <summary>Kind of the learning-rate schedule.</summary>
    public string Schedule { get; init; } = "CosineAnnealingLR";

    /// <summary>Parameters of the schedule.</summary>
    public (string Name, ParameterValue Value)[] ScheduleParameters { get; init; } = [];

    /// <summary>Longest allowed gradient; 0 for any.</summary>
    public double Clip { get; init; }

    /// <summary>Parameters of the optimizer.</summary>
    public (string Name, ParameterValue Value)[] OptimizerParameters => Clip > 0 ? [("lr", LearningRate), ("clip_grad_norm", Clip)] : [("lr", LearningRate)];
}
