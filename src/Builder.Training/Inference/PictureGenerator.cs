using Builder.Datasets.Pictures;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Training.Layers;
using Builder.Training.Programs;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>Makes pictures out of noise, and PNG files of pictures.</summary>
public static class PictureGenerator
{
    /// <summary>Pictures [count, C, H, W] with values from 0 to 255, as bytes on the CPU.</summary>
    /// <param name="program">A program that needs nothing but noise for <paramref name="head"/>.</param>
    /// <param name="head">The output that is a picture.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same pictures.</param>
    public static Tensor Generate(TrainingProgram program, Head head, long count, long seed)
    {
        using var noGrad = no_grad();
        using var random = Sessions.RandomState.Fixed(program.Device, seed);
        using var scope = NewDisposeScope();
        var plan = program.Plan(head.Prediction);
        plan.Run(NoFeed.Instance, new ForwardContext(Training: false, count));
        return ToBytes(plan[head.Prediction], LowestValue(program, head)).MoveToOuterDisposeScope();
    }

    /// <summary>True where the head can be computed from noise alone.</summary>
    public static bool CanGenerate(TrainingProgram program, Head head) =>
        head.OutputActivation == OutputActivation.Picture && program.Plan(head.Prediction).Nodes.All(n => program.LayerOf(n) is not null);

    /// <summary>Writes one picture [C, H, W] of bytes.</summary>
    public static void WritePng(Tensor picture, string path)
    {
        var (channels, height, width) = ((int)picture.shape[0], (int)picture.shape[1], (int)picture.shape[2]);
        Formats.SavedFile.Write(path, stream => PictureWriting.WritePng(
            picture.contiguous().bytes, new PictureSize(channels, height, width), stream));
    }

    /// <summary>One picture [C, rows·H, columns·W] with the given ones side by side.</summary>
    public static Tensor Grid(Tensor pictures, int columns)
    {
        var rows = pictures.shape[0] / columns;
        var (channels, height, width) = (pictures.shape[1], pictures.shape[2], pictures.shape[3]);
        return pictures.narrow(0, 0, rows * columns)
            .reshape(rows, columns, channels, height, width)
            .permute(2, 0, 3, 1, 4)
            .reshape(channels, rows * height, columns * width);
    }

    // A generator that ends in tanh gives values from -1 to 1, all others are taken to give 0 to 1.
    private static double LowestValue(TrainingProgram program, Head head) =>
        program.Graph.Nodes[head.Prediction.Node].Kind.Id == "Tanh" ? -1 : 0;

    private static Tensor ToBytes(Tensor values, double lowest) => values.to(ScalarType.Float32)
        .sub(lowest).mul(255 / (1 - lowest)).round().clamp(0, 255).to(ScalarType.Byte).cpu();

    private sealed class NoFeed : IBatchSource
    {
        public static NoFeed Instance { get; } = new();

        public Tensor Get(FlatNode node) => throw new InvalidOperationException($"'{node.Path}' needs data.");
    }
}
