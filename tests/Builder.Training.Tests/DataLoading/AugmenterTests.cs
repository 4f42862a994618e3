using System.Buffers.Binary;
using System.Text;
using Builder.Graph.Analysis;
using Builder.Graph.Json;
using Builder.Training.DataLoading;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;
using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;

namespace Builder.Training.Tests.DataLoading;

/// <summary>Augmented batches as the network gets them: of grey pictures at a quarter and three quarters, normalised to −1 and 1.</summary>
public class AugmenterTests
{
    private const int Count = 40;
    private const int Side = 16;
    private const double Mean = 0.5;
    private const double Std = 0.25;

    [Fact]
    public void Noise_is_a_deviation_on_values_between_0_and_1_whatever_the_normalisation()
    {
        var noise = Values("\"noise\": 0.1", augments: true).Zip(Values("\"noise\": 0.1", augments: false), (a, b) => a - b).ToArray();

        Assert.Equal(0, noise.Average(), 0.02);
        Assert.Equal(0.1 / Std, Math.Sqrt(noise.Average(n => n * n)), 0.01);
    }

    [Fact]
    public void What_moves_in_from_outside_is_black()
    {
        var moved = Values("\"crop\": 4", augments: true);

        Assert.Equal(-Mean / Std, moved.Min(), 1e-5);
        Assert.InRange(moved.Max(), 1 - 0.02, 1 + 0.02);
        Assert.InRange(moved.Count(v => v < -1.5) / (double)moved.Length, 0.1, 0.4);
    }

    [Fact]
    public void Mirroring_changes_nothing_in_a_picture_of_one_colour_and_only_training_batches_change()
    {
        var plain = Values("\"flipHorizontal\": true, \"flipVertical\": true", augments: false);
        var mirrored = Values("\"flipHorizontal\": true, \"flipVertical\": true", augments: true);

        Assert.Equal([-1, 1], plain.Select(v => Math.Round(v, 2)).Distinct().Order());
        Assert.All(plain.Zip(mirrored), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    private static double[] Values(string augment, bool augments)
    {
        using var folder = new TemporaryFolder();
        WritePictures(folder.Path);
        var document = ProjectJson.Read(Encoding.UTF8.GetBytes($$"""
            {
              "format": 1, "name": "Grey",
              "data": [{
                "id": "grey",
                "source": { "kind": "idx", "images": "images", "labels": "labels" },
                "columns": [
                  { "name": "picture", "type": "picture", "transforms": [
                    { "kind": "normalize", "mean": [{{Mean}}], "std": [{{Std}}] }, { "kind": "augment", {{augment}} }] },
                  { "name": "label", "type": "category", "transforms": [{ "kind": "ordinal" }] }
                ]
              }],
              "blocks": [{ "id": "picture", "kind": "PictureInput", "parameters": { "column": "picture" } }]
            }
            """));
        using var scope = NewDisposeScope();
        manual_seed(1);
        var data = ProjectData.Prepare(document, folder.Path).Values.Single();
        var graph = GraphAnalyzer.Analyze(document, ProjectData.Schema([data])).Graph;
        using var onDevice = new DeviceData(graph, data, TestDevice.Current);
        using var feed = onDevice.Feed([.. Enumerable.Range(0, Count).Select(i => (long)i)], augments);
        feed.MoveTo(0, Count);
        return TensorValues.Read(feed.Get(graph.Nodes.Single()));
    }

    private static void WritePictures(string folder)
    {
        byte[] pixels = [.. Enumerable.Range(0, Count).SelectMany(i => Enumerable.Repeat((byte)(i % 2 == 0 ? 64 : 191), Side * Side))];
        File.WriteAllBytes(Path.Combine(folder, "images"), [.. Header(0x803, Count, Side, Side), .. pixels]);
        File.WriteAllBytes(Path.Combine(folder, "labels"), [.. Header(0x801, Count), .. Enumerable.Range(0, Count).Select(i => (byte)(i % 2))]);
    }

    private static byte[] Header(params int[] numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(int)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * sizeof(int)), numbers[i]);
        }

        return bytes;
    }
}
