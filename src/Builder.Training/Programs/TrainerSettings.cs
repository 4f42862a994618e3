using Builder.Graph.Catalog;

namespace Builder.Training.Programs;

/// <summary>The training plan of a document, as the loop reads it from its Trainer block.</summary>
/// <param name="Epochs">Passes over the training samples.</param>
/// <param name="BatchSize">Samples in a batch.</param>
/// <param name="EvaluationBatchSize">Samples in a batch when only scoring.</param>
/// <param name="Seed">Decides initial weights, order of samples and dropout.</param>
/// <param name="Shuffle">New order of samples in every epoch.</param>
/// <param name="Accumulate">Batches whose gradients are added up for one step.</param>
/// <param name="EarlyStopping">Epochs without improvement after which training ends; 0 for never.</param>
/// <param name="Monitor">What counts as improvement: "loss" or the name of a score, on validation samples where there are some.</param>
/// <param name="BFloat16">Compute in bfloat16 where that is safe.</param>
/// <param name="ChannelsLast">Keep pictures channel by channel for each pixel.</param>
/// <param name="CheckpointEpochs">Epochs between checkpoints; 0 for none at the end of epochs.</param>
/// <param name="CheckpointSeconds">Seconds between checkpoints within long epochs; 0 for none.</param>
/// <param name="KeepBest">End with the best epoch's weights instead of the last.</param>
public sealed record TrainerSettings(
    long Epochs,
    long BatchSize,
    long EvaluationBatchSize,
    long Seed,
    bool Shuffle,
    long Accumulate,
    long EarlyStopping,
    string Monitor,
    bool BFloat16,
    bool ChannelsLast,
    long CheckpointEpochs,
    long CheckpointSeconds,
    bool KeepBest)
{
    /// <summary>Reads a Trainer block.</summary>
    public static TrainerSettings Of(BlockInstance trainer) => new(
        trainer.Int("epochs"),
        trainer.Int("batch_size"),
        trainer.Has("eval_batch_size") ? trainer.Int("eval_batch_size") : Math.Max(256, trainer.Int("batch_size")),
        trainer.Int("seed"),
        trainer.Flag("shuffle"),
        trainer.Int("accumulate"),
        trainer.Int("early_stopping"),
        trainer.Text("monitor"),
        trainer.Text("precision") == "bfloat16",
        trainer.Flag("channels_last"),
        trainer.Int("checkpoint_every_epochs"),
        trainer.Int("checkpoint_every_seconds"),
        trainer.Flag("keep_best"));
}
