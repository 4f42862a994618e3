using Builder.Graph;
using Builder.Graph.Documents;

namespace Builder.Proposals.Networks;

/// <summary>A network for rows of a table: linear layers, with embeddings and an LSTM beside them where categories and texts need them.</summary>
internal static class TableNetwork
{
    private const long MostEpochs = 120;
    private const long TextMemory = 64;
    private const long TextEmbedding = 48;

    /// <summary>Draws it.</summary>
    public static NetworkRationale Draw(NetworkDraft draft, ProposalContext site)
    {
        var branches = Branches(draft, site);
        var widths = branches.Sum(b => b.Width);
        var joined = branches is [var only] ? only.Chain : Join(draft, branches);
        var isText = site.EncodedDataset.Text is not null;
        var (first, second) = Sizes(site.Samples, widths);
        if (!isText || branches.Length > 1)
        {
            joined.Then("Linear", "hidden1", ("out_features", first)).Then("ReLU", "relu1");
            if (site.Samples >= 60)
            {
                joined.Then("Linear", "hidden2", ("out_features", second)).Then("ReLU", "relu2");
            }
        }

        var needsDropout = isText || (site.EncodedDataset.Task == ProposedTask.Classes && first >= 32);
        if (needsDropout)
        {
            joined.Then("Dropout", "dropout", ("p", isText ? 0.3 : 0.2));
        }

        joined.Then("Linear", "prediction", ("out_features", site.Outputs));
        var budget = TrainingBudget.For(site.Samples, Multiplications(site, widths, first, second), isText ? 12 : MostEpochs);
        OutputHead.Draw(draft, joined, site, site.LossSetup(isText ? 0.003 : 0.005, isText ? 1 : 0), budget);
        return new NetworkRationale(Why(site, widths, first, second, isText), budget);
    }

    /// <summary>Sizes of the two hidden layers: wider for more rows and columns, never so wide that a small table is learned by heart.</summary>
    internal static (long First, long Second) Sizes(long samples, long features)
    {
        var most = samples switch { < 200 => 16, < 1_500 => 32, < 20_000 => 64, _ => 128 };
        var wanted = 16L;
        while (wanted < features * 2 && wanted < most)
        {
            wanted *= 2;
        }

        return (wanted, Math.Max(8, wanted / 2));
    }

    /// <summary>Numbers that describe one of so many values: more for more values, growing slowly.</summary>
    internal static long EmbeddingSize(long values) => (long)Math.Clamp(Math.Round(1.6 * Math.Pow(values, 0.56)), 4, 32);

    private static Branch[] Branches(NetworkDraft draft, ProposalContext site)
    {
        var branches = new List<Branch>();
        var encoded = site.EncodedDataset;
        if (!encoded.Numbers.IsEmpty)
        {
            var numbers = Chain.Start(draft, "NumberInput", "numbers", 0, [("columns", ParameterValue.Of([.. encoded.Numbers])), .. site.Data]);
            branches.Add(new Branch(numbers, site.Features));
        }

        foreach (var category in encoded.Embedded)
        {
            var size = EmbeddingSize(site.Schema.Find(category)?.Classes ?? 2);
            var chain = Chain.Start(draft, "CategoryInput", "category", branches.Count, [("columns", ParameterValue.Of(category)), .. site.Data])
                .Then("Embedding", "embedding", ("embedding_dim", size));
            branches.Add(new Branch(chain, size));
        }

        if (encoded.Text is { } text)
        {
            var chain = Chain.Start(draft, "TextInput", "text", branches.Count, [("column", text), .. site.Data])
                .Then("Embedding", "words", ("embedding_dim", TextEmbedding))
                .Then("LSTM", "lstm", ("hidden_size", TextMemory), ("output", "last"));
            branches.Add(new Branch(chain, TextMemory));
        }

        return [.. branches];
    }

    private static Chain Join(NetworkDraft draft, Branch[] branches)
    {
        var column = branches.Max(b => b.Chain.Column) + 1;
        var join = draft.Add("Concatenate", "together", column, 0);
        for (var i = 0; i < branches.Length; i++)
        {
            draft.Link(branches[i].Chain.Last, join, "inputs", slot: i);
        }

        return new Chain(draft, join, column, 0);
    }

    private static double Multiplications(ProposalContext site, long width, long first, long second)
    {
        var steps = site.EncodedDataset.Text is { } text ? site.Schema.Find(text)!.SampleShape[0] : 0;
        return ((double)width * first) + (first * second) + (second * site.Outputs) + (steps * 4.0 * TextMemory * (TextMemory + TextEmbedding));
    }

    private static Localized Why(ProposalContext site, long width, long first, long second, bool isText)
    {
        var en = isText
            ? $"The text goes through an embedding (a list of {TextEmbedding} numbers for each word) into an LSTM, which reads it in order and remembers what matters. "
            : "";
        var zh = isText ? $"文本先经过嵌入层（每个词用 {TextEmbedding} 个数值表示），再由 LSTM 按顺序阅读并记住要点。" : "";
        if (isText && site.EncodedDataset.Numbers.IsEmpty && site.EncodedDataset.Embedded.IsEmpty)
        {
            return new(en + "A linear layer then decides.", zh + "最后由一个全连接层作出判断。");
        }

        return new(
            en + $"Two hidden layers of {first} and {second} units suit {site.Samples:N0} training rows with {width} values each: large enough to find patterns, small enough not to learn the rows by heart.",
            zh + $"两个隐藏层分别有 {first} 和 {second} 个单元，适合 {site.Samples:N0} 个训练行、每行 {width} 个数值的数据：足以发现规律，又不容易过拟合。");
    }

    /// <summary>One way in.</summary>
    private sealed record Branch(Chain Chain, long Width);
}
