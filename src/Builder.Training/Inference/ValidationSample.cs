using System.Diagnostics;
using System.Globalization;
using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Evaluation;
using Builder.Training.Loop;
using Builder.Training.Sessions;

namespace Builder.Training.Inference;

/// <summary>
/// A few validation samples, the same after every epoch, with what the model makes of them: pictures with the class that it sees, or
/// quantities against the truth.
/// </summary>
internal sealed class ValidationSample
{
    private const int Pictures = 16;
    private const int Points = 64;

    // Epochs of a few milliseconds share a sample: nobody could see more of them, and looking takes time too.
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);

    private readonly TrainingSession _session;
    private readonly Evaluator _evaluator;
    private readonly HeadColumns _columns;
    private readonly PreparedColumn? _pictures;
    private readonly long[] _starts;
    private readonly Stopwatch _clock = new();
    private string[] _files = [];

    private ValidationSample(TrainingSession session, Evaluator evaluator, Head head, PreparedColumn? pictures)
    {
        (_session, _evaluator, _pictures) = (session, evaluator, pictures);
        _columns = new HeadColumns(head, session.Data.Fitted);
        var (all, most) = (session.Data.Validation, pictures is null ? Points : Pictures);
        _starts = all.Length <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[i * (long)all.Length / most])];
    }

    /// <summary>What there is to look at in a session; null where that is nothing.</summary>
    public static ValidationSample? Of(TrainingSession session, Evaluator evaluator)
    {
        if (session.Data.Validation.Length == 0 || session.Heads.FirstOrDefault(h => h.Target is not null) is not { } head)
        {
            return null;
        }

        var pictures = PreparedPicture.ColumnOf(session.Analysis.Graph, session.Data);
        return head.Task switch
        {
            TaskKind.Regression => new(session, evaluator, head, null),
            TaskKind.Classification or TaskKind.BinaryClassification when pictures is not null => new(session, evaluator, head, pictures),
            _ => null,
        };
    }

    /// <summary>The sample of an epoch; null where the last one was made just now, but for the last epoch.</summary>
    public SampleMade? After(long epoch, RunFolder folder)
    {
        if (_clock.IsRunning && _clock.Elapsed < ShortestInterval && epoch < _session.Settings.Epochs)
        {
            return null;
        }

        _clock.Restart();
        var samples = _evaluator.Collect(_starts)[0];
        if (!samples.IsOnePerSample || samples.Count == 0)
        {
            return null;
        }

        return _pictures is null ? PointsOf(epoch, samples) : Seen(epoch, samples, folder);
    }

    private SampleMade PointsOf(long epoch, CollectedSamples samples)
    {
        var (name, unit) = _columns.Quantities[0];
        var points = Enumerable.Range(0, samples.Count).Select(i => i * samples.Width)
            .Select(i => (True: samples.True[i], Predicted: samples.Predicted[i])).Where(p => double.IsFinite(p.Predicted));
        return new SampleMade(epoch, SampleKind.Points, name) { Points = [.. points], Unit = unit };
    }

    private SampleMade Seen(long epoch, CollectedSamples samples, RunFolder folder)
    {
        WriteOnce(folder);
        return new SampleMade(epoch, SampleKind.Predictions, _columns.Head.Name)
        {
            Pictures = [.. Enumerable.Range(0, samples.Count).Select(i => Seen(samples, i))],
        };
    }

    private PictureSample Seen(CollectedSamples samples, int i)
    {
        double[] probabilities = [.. samples.Predicted.Skip(i * samples.Width).Take(samples.Width)];
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return new PictureSample(
            _files[i], _columns.ClassName((int)samples.True[i]), _columns.ClassName(best), double.IsFinite(probabilities[best]) ? probabilities[best] : 0);
    }

    private void WriteOnce(RunFolder folder)
    {
        if (_files.Length > 0)
        {
            return;
        }

        Directory.CreateDirectory(folder.SamplePictures);
        _files = [.. _starts.Select(start => Path.Combine(folder.SamplePictures, string.Create(CultureInfo.InvariantCulture, $"{start}.png")))];
        for (var i = 0; i < _files.Length; i++)
        {
            PreparedPicture.Write(_pictures!, _starts[i], _files[i]);
        }
    }
}
