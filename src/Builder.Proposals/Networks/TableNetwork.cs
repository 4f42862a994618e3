using Builder.Graph;
using Builder.Graph.Documents;

namespace Builder.Proposals.Networks;

/// <summary>A network for rows of a table: linear layers, with embeddings beside them where categories and texts need them.</summary>
internal static class TableNetwork
{
    private const long MostEpochs = 120;

    /// <summary>A number goes on getting closer for longer than classes are told apart better; patience ends it where it does not.</summary>
    private const long MostNumberEpochs = 240;
    private const long MostTextEpochs = 30;

    /// <summary>
    /// Few rows of classes are learned in a few epochs: in larger steps it is chance where a training stands when it is at its best. That holds beside a text too: by steps of 0.01
    /// the first or second epoch was the best.
    /// </summary>
    private const double ClassRate = 0.0025;

    /// <summary>For a number from a text beside other columns: R² 0.382 with it and 0.370 by <see cref="ClassRate"/>, whose starts also ended further apart.</summary>
    private const double TextNumberRate = 0.01;

    /// <summary>So wide is a layer for numbers at least, where there are rows enough.</summary>
    private const int WidthForNumbers = 128;

    /// <summary>From this width on a layer learns in smaller steps and forgets more of what it learned by heart.</summary>
    private const long Wide = 128;

    /// <summary>Numbers that describe a word.</summary>
    private const long TextEmbedding = 64;

    /// <summary>Pulls the random start of rare words to zero, which else outweighs what few rows tell of them: better scores, and closer seeds.</summary>
    private const double WordDecay = 0.4;

    /// <summary>The same where the text stands beside other columns, whose layers need less of it.</summary>
    private const double WordDecayBesideColumns = 0.2;

    /// <summary>From so many rows on the data outweigh the start, and the decay would hold back what they tell: 0.84 for 0.89 of 77 intents.</summary>
    private const long RowsThatNeedNoDecay = 5_000;

    /// <summary>What fills up short texts. It does not count: a short text is as loud as a long one.</summary>
    private const long PaddingId = 0;

    /// <summary>Draws it.</summary>
    public static NetworkRationale Draw(NetworkDraft draft, ProposalContext site)
    {
        var words = site.Size.Widen(TextEmbedding);
        var branches = Branches(draft, site, words);
        var widths = branches.Sum(b => b.Width);
        var joined = branches is [var only] ? only.Chain : Join(draft, branches);
        var isText = site.EncodedDataset.Text is not null;
        var (first, second) = Sizes(site.Samples, widths, site.Outputs);
        (first, second) = (site.Size.Widen(first), site.Size.Widen(second));
        if (!isText || branches.Length > 1)
        {
            joined.Then("Linear", "hidden1", ("out_features", first)).Then("ReLU", "relu1");
            if (site.Samples >= 60)
            {
                joined.Then("Linear", "hidden2", ("out_features", second)).Then("ReLU", "relu2");
            }
        }

        var isBagOfWords = isText && branches.Length == 1;
        if (Dropout(site, first) is > 0 and var dropout)
        {
            joined.Then("Dropout", "dropout", ("p", dropout));
        }

        joined.Then("Linear", "prediction", ("out_features", site.Outputs));
        var isNumber = site.EncodedDataset.Task == ProposedTask.Number;
        var budget = TrainingBudget.For(site.Samples, Multiplications(site, widths, first, second, words), isText ? MostTextEpochs : isNumber ? MostNumberEpochs : MostEpochs);
        var learningRate = isBagOfWords ? 0.02 : isText ? (isNumber ? TextNumberRate : ClassRate) : first >= Wide ? 0.002 : isNumber ? 0.005 : ClassRate;
        var setup = site.LossSetup(learningRate, isText ? 1 : 0) with { WeightDecay = isText && site.Samples < RowsThatNeedNoDecay ? isBagOfWords ? WordDecay : WordDecayBesideColumns : null };
        OutputHead.Draw(draft, joined, site, setup, budget);
        return new NetworkRationale(Why(site, widths, first, second, isText ? words : null), budget);
    }

    /// <summary>
    /// Sizes of the two hidden layers: wider for more columns and more classes to tell apart, never so wide that a small table is learned by
    /// heart. Measured by <c>./builder bench proposals</c>; see docs/benchmarks.md.
    /// </summary>
    /// <param name="samples">Training rows.</param>
    /// <param name="features">Values of a row.</param>
    /// <param name="classes">Classes of the target; 1 for a number.</param>
    internal static (long First, long Second) Sizes(long samples, long features, long classes)
    {
        var isNumber = classes == 1;
        var most = samples switch { < 200 => 16, < 1_500 => 32, < 8_000 => 64, _ => 128 };
        // A number, or one of many classes, tells more about a row than yes or no: it takes a larger network to be learned by heart.
        most *= samples >= 400 && (isNumber || classes >= 8) ? 2 : 1;
        most = samples >= 400 && isNumber ? Math.Max(WidthForNumbers, most) : most;
        var wanted = isNumber ? Math.Max(WidthForNumbers, features * 4) : Math.Max(features * 2, classes * 10);
        var first = 16L;
        while (first < wanted && first < most)
        {
            first *= 2;
        }

        var second = Math.Max(8, first / 2);
        return (first, second < classes * 5 ? first : second);
    }

    /// <summary>The share of values that are dropped while training.</summary>
    private static double Dropout(ProposalContext site, long width) => site.EncodedDataset switch
    {
        { Text: not null } => 0.5,
        { Task: ProposedTask.Classes or ProposedTask.Labels } => width >= Wide ? 0.3 : width >= 32 ? 0.2 : 0,
        _ => 0,
    };

    /// <summary>Numbers that describe one of so many values: more for more values, growing slowly.</summary>
    internal static long EmbeddingSize(long values) => (long)Math.Clamp(Math.Round(1.6 * Math.Pow(values, 0.56)), 4, 32);

    private static Branch[] Branches(NetworkDraft draft, ProposalContext site, long words)
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
                .Then("EmbeddingBag", "words", ("embedding_dim", words), ("padding_idx", PaddingId));
            branches.Add(new Branch(chain, words));
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

    private static double Multiplications(ProposalContext site, long width, long first, long second, long words)
    {
        var steps = site.EncodedDataset.Text is { } text ? site.Schema.Find(text)!.SampleShape[0] : 0;
        return ((double)width * first) + (first * second) + (second * site.Outputs) + (steps * words);
    }

    private static Localized Why(ProposalContext site, long width, long first, long second, long? words)
    {
        var isText = words is not null;
        var en = isText
            ? $"Each word of the text has an embedding, a learned list of {words} numbers, and the average of its words stands for the text. That works with few texts as well as with many, and its result hardly depends on the random start. "
            : "";
        var zh = isText ? $"文本中的每个词都有一个嵌入，即由训练学到的 {words} 个数值；取各词的平均来代表整段文本。无论文本多少都能稳定地学习，结果几乎不受随机起点影响。" : "";
        if (isText && site.EncodedDataset.Numbers.IsEmpty && site.EncodedDataset.Embedded.IsEmpty)
        {
            return new(en + "A linear layer then decides.", zh + "最后由一个全连接层作出判断。");
        }

        return new(
            en + $"Two hidden layers of {first} and {second} units suit {site.Samples:N0} training rows with {width} values each{ClassesEn(site)}: large enough to find patterns, small enough not to learn the rows by heart.",
            zh + $"两个隐藏层分别有 {first} 和 {second} 个单元，适合 {site.Samples:N0} 个训练行、每行 {width} 个数值{ClassesZh(site)}的数据：足以发现规律，又不容易过拟合。");
    }

    private static string ClassesEn(ProposalContext site) => site.Outputs > 1 ? $" and {site.Outputs} {(site.EncodedDataset.Task == ProposedTask.Labels ? "labels" : "classes")}" : "";

    private static string ClassesZh(ProposalContext site) => site.Outputs > 1 ? $"、{site.Outputs} 个{(site.EncodedDataset.Task == ProposedTask.Labels ? "标签" : "类别")}" : "";

    /// <summary>One way in.</summary>
    private sealed record Branch(Chain Chain, long Width);
}
