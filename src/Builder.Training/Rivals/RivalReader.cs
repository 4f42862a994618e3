using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Metrics;
using Builder.Training.Heads;
using Builder.Training.Programs;
using Builder.Training.Rivals.Methods;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Rivals;

/// <summary>
/// Reads samples as a network gets them: only what the prediction depends on, so that a column that is left out stays left out, and prepared as for the network. Categories get a place for each class.
/// </summary>
public sealed class RivalReader
{
    private const int BatchRows = 512;

    // Categories with more classes stay numbers: their places would be more than all the rest.
    private const int MostPlaces = 64;

    // Pictures tell simple methods no more at a finer grain.
    private const int MostSide = 32;

    private readonly TrainingSession _session;
    private readonly Head _head;
    private readonly Source[] _sources;

    /// <summary>Makes ready to read.</summary>
    /// <param name="session">The model and its data.</param>
    /// <param name="head">The prediction, which has a truth.</param>
    /// <param name="outputs">How many classes, labels or quantities it tells.</param>
    public RivalReader(TrainingSession session, Head head, int outputs)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(head);
        (_session, _head) = (session, head);
        var read = GraphWalk.Upstream(session.Analysis.Graph, [head.Prediction.Node]);
        _sources = SideBySide(session.Analysis.Graph.Nodes.Where(n => n.Kind.Role == Role.Input && read.Contains(n.Index)).Select(Of));
        var past = PastLength(out var horizon);
        Past = past;
        Problem = new(head.Task, outputs, _sources.Aggregate(past > 0 ? RivalInputs.Past : RivalInputs.None, (all, source) => all | source.Kind), horizon);
    }

    /// <summary>What has to be predicted, and from what.</summary>
    public RivalProblem Problem { get; }

    /// <summary>Numbers that methods keep of a sample altogether.</summary>
    public long Width => Past + _sources.Sum(s => s.Kind == RivalInputs.Texts ? Math.Max(s.Width, Tfidf.MostWords) : (long)s.Width);

    private int Past { get; }

    /// <summary>Reads samples.</summary>
    /// <param name="starts">Their start rows.</param>
    /// <param name="leave">Ends the work between two batches.</param>
    public RivalRows Read(long[] starts, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(starts);
        var (numbers, pixels, tokens) = (NewTable(RivalInputs.Numbers, starts.Length), NewTable(RivalInputs.Pictures, starts.Length), NewTokens(starts.Length));
        var targets = new double[starts.Length * Problem.Outputs];
        using var noGrad = no_grad();
        var target = _session.Analysis.Graph.Nodes[_head.Target!.Value.Node];
        using var feed = _session.DeviceData.Feed(starts, [.. _sources.Select(s => s.Node.Index), target.Index]);
        for (var first = 0; first < starts.Length; first += BatchRows)
        {
            leave.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            feed.MoveTo(first, BatchRows);
            foreach (var source in _sources)
            {
                Put(source, feed.Get(source.Node), first, numbers, pixels, tokens);
            }

            PutTargets(feed.Get(target), targets.AsSpan(first * Problem.Outputs));
        }

        return new(starts.Length, targets) { Numbers = numbers, Pixels = pixels, Tokens = tokens, Past = Past == 0 ? null : PastOf(starts) };
    }

    private FeatureTable? NewTable(RivalInputs kind, int rows) =>
        _sources.Where(s => s.Kind == kind).Sum(s => s.Width) is > 0 and var width ? new(new float[rows * width], width) : null;

    private TokenTable? NewTokens(int rows) =>
        _sources.Where(s => s.Kind == RivalInputs.Texts).Sum(s => s.Width) is > 0 and var length ? new(new int[rows * length], length, _sources.Sum(s => s.Vocabulary)) : null;

    private static void Put(Source source, Tensor values, int first, FeatureTable? numbers, FeatureTable? pixels, TokenTable? tokens)
    {
        switch (source.Kind)
        {
            case RivalInputs.Texts:
                PutTokens(source, Whole(values), first, tokens!);
                break;
            case RivalInputs.Pictures:
                PutNumbers(source, HeadOutputs.Floats(Smaller(values)), first, pixels!);
                break;
            case RivalInputs.Numbers when source.Places > 1:
                PutPlaces(source, Whole(values), first, numbers!);
                break;
            default:
                PutNumbers(source, HeadOutputs.Floats(values), first, numbers!);
                break;
        }
    }

    private static long[] Whole(Tensor values) => values.to(ScalarType.Int64).cpu().contiguous().data<long>().ToArray();

    private static void PutNumbers(Source source, float[] values, int first, FeatureTable table)
    {
        for (var row = 0; row < values.Length / source.Width; row++)
        {
            values.AsSpan(row * source.Width, source.Width).CopyTo(table.Values.AsSpan(((first + row) * table.Width) + source.First));
        }
    }

    private static void PutPlaces(Source source, long[] classes, int first, FeatureTable table)
    {
        var columns = source.Width / source.Places;
        for (var i = 0; i < classes.Length; i++)
        {
            // A class that training never saw has no place.
            if (classes[i] >= 0 && classes[i] < source.Places)
            {
                table.Values[((first + (i / columns)) * table.Width) + source.First + (i % columns * source.Places) + classes[i]] = 1;
            }
        }
    }

    private static void PutTokens(Source source, long[] ids, int first, TokenTable table)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            var isWord = ids[i] != source.Padding && ids[i] >= 0 && ids[i] < source.Vocabulary;
            table.Ids[((first + (i / source.Width)) * table.Length) + source.First + (i % source.Width)] = isWord ? (int)ids[i] + source.FirstWord : -1;
        }
    }

    private static Tensor Smaller(Tensor pictures)
    {
        var (height, width) = Side(pictures.shape[^2], pictures.shape[^1]);
        return height == pictures.shape[^2] && width == pictures.shape[^1] ? pictures : nn.functional.adaptive_avg_pool2d(pictures.to(ScalarType.Float32), (height, width));
    }

    private static (long Height, long Width) Side(long height, long width) => (Math.Min(height, MostSide), Math.Min(width, MostSide));

    private void PutTargets(Tensor values, Span<double> to)
    {
        if (HeadClasses.AreOf(_head))
        {
            var classes = Whole(values.reshape(-1));
            for (var row = 0; row < classes.Length; row++)
            {
                to[(row * Problem.Outputs) + (int)classes[row]] = 1;
            }

            return;
        }

        var numbers = HeadOutputs.Floats(values);
        var columns = _head.Binding!.Columns;
        for (var i = 0; i < numbers.Length; i++)
        {
            to[i] = _head.Task == TaskKind.Regression ? _session.Data.Fitted.ToUnits(columns[i % columns.Length], numbers[i]) : numbers[i];
        }
    }

    private FeatureTable PastOf(long[] starts)
    {
        var column = _session.Data.Columns[_head.Binding!.Columns[0]];
        var (values, past) = ((float[])column.Values, new float[starts.Length * Past]);
        for (var i = 0; i < past.Length; i++)
        {
            past[i] = (float)_session.Data.Fitted.ToUnits(column.Name, values[starts[i / Past] + (i % Past)]);
        }

        return new(past, Past);
    }

    // Of a single quantity at the end of a window the earlier values are known, up to where the window of the inputs ends.
    private int PastLength(out int horizon)
    {
        horizon = 1;
        if (_head is not { Task: TaskKind.Regression, Binding.Columns: [var name] } || _session.Data.Columns[name] is not { WindowLength: null, WindowOffset: > 0, Values: float[], RowSize: 1 } column)
        {
            return 0;
        }

        var window = _session.Data.Columns.Values.Select(c => c.WindowLength ?? 0).Max();
        horizon = Math.Max(1, column.WindowOffset - (window - 1));
        return column.WindowOffset - horizon + 1;
    }

    private Source Of(FlatNode node)
    {
        var type = node.Outputs[0];
        long[] shape = [.. type.Shape.Skip(1).Select(dim => dim.Size)];
        var values = (int)shape.Aggregate(1L, (size, dim) => size * dim);
        switch (node.Kind)
        {
            case TextInput:
                return new(node, RivalInputs.Texts, values)
                {
                    Vocabulary = type.Classes ?? 0, Padding = _session.Data.Fitted.TokenizerOf(ColumnBinding.Of(node.Instance!).Columns[0]).PaddingId,
                };
            case PictureInput:
                var (height, width) = Side(shape[1], shape[2]);
                return new(node, RivalInputs.Pictures, (int)(shape[0] * height * width));
            case CategoryInput when type.Classes is > 1 and <= MostPlaces and var places:
                return new(node, RivalInputs.Numbers, values * places) { Places = places };
            default:
                return new(node, RivalInputs.Numbers, values);
        }
    }

    // Sources of one kind stand behind each other in one table; words of several texts are different words.
    private static Source[] SideBySide(IEnumerable<Source> sources)
    {
        var (placed, words) = (new List<Source>(), 0);
        foreach (var source in sources)
        {
            placed.Add(source with { First = placed.Where(s => s.Kind == source.Kind).Sum(s => s.Width), FirstWord = words });
            words += source.Vocabulary;
        }

        return [.. placed];
    }

    private sealed record Source(FlatNode Node, RivalInputs Kind, int Width)
    {
        public int First { get; init; }

        public int Places { get; init; } = 1;

        public int Vocabulary { get; init; }

        public int FirstWord { get; init; }

        public int Padding { get; init; } = -1;
    }
}
