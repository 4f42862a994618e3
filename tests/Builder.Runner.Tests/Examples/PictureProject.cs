using System.Buffers.Binary;

namespace Builder.Runner.Tests.Examples;

/// <summary>
/// Small pictures of four kinds for a network with everything that remembers something: batch statistics, dropout, augmentation, a schedule
/// that moves learning rate and momentum, and Adam.
/// </summary>
internal static class PictureProject
{
    private const int Side = 8;
    private const int Kinds = 4;

    /// <summary>Writes the project into the folder.</summary>
    public static void Write(string folder, int epochs, string trainer = "", int count = 240)
    {
        WriteIdx(Path.Combine(folder, "images.idx"), [count, Side, Side], Pictures(count));
        WriteIdx(Path.Combine(folder, "labels.idx"), [count], [.. Enumerable.Range(0, count).Select(i => (byte)(i % Kinds))]);
        File.WriteAllText(Path.Combine(folder, "project.json"), Document(epochs, trainer));
    }

    private static string Document(int epochs, string trainer) => new ProjectFile("""
        {
          "id": "pictures",
          "source": { "kind": "idx", "images": "images.idx", "labels": "labels.idx" },
          "columns": [
            { "name": "picture", "type": "picture", "transforms": [{ "kind": "augment", "flipHorizontal": true, "crop": 1, "noise": 0.05 }] },
            { "name": "label", "type": "category", "transforms": [{ "kind": "ordinal" }] }
          ],
          "split": { "kind": "stratified", "by": "label", "validation": 0.1, "test": 0.1, "seed": 1 }
        }
        """)
        .Block("picture", "PictureInput", """{ "column": "picture" }""")
        .Block("conv", "Conv2d", """{ "out_channels": 6, "kernel_size": 3 }""")
        .Block("norm", "BatchNorm2d").Block("relu", "ReLU").Block("flat", "Flatten")
        .Block("drop", "Dropout", """{ "p": 0.3 }""").Block("kind", "Linear", """{ "out_features": 4 }""")
        .Chain("picture", "conv", "norm", "relu", "flat", "drop", "kind")
        .Classifies("kind", "label")
        .Block("cycle", "OneCycleLR").Link("cycle.schedule", "optimizer.schedule")
        .Trainer($$"""{ "epochs": {{epochs}}, "batch_size": 8, "seed": 3, "checkpoint_every_seconds": 1{{trainer}} }""")
        .Json;

    private static byte[] Pictures(int count)
    {
        var random = new Random(5);
        var pixels = new byte[count * Side * Side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (kind, row, column) = (i / (Side * Side) % Kinds, i / Side % Side, i % Side);
            var bright = kind switch { 0 => row < 4, 1 => row >= 4, 2 => (row + column) % 2 == 0, _ => column is 3 or 4 };
            pixels[i] = (byte)((bright ? 110 : 40) + random.Next(100));
        }

        return pixels;
    }

    private static void WriteIdx(string path, int[] sizes, byte[] values)
    {
        using var file = File.Create(path);
        file.Write([0, 0, 8, (byte)sizes.Length]);
        Span<byte> size = stackalloc byte[4];
        foreach (var length in sizes)
        {
            BinaryPrimitives.WriteInt32BigEndian(size, length);
            file.Write(size);
        }

        file.Write(values);
    }
}
