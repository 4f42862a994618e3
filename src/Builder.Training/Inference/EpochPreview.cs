using Builder.Files;
using Builder.Graph.Analysis;
using Builder.Protocol;
using Builder.Training.Evaluation;
using Builder.Training.Loop;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>
/// After every epoch, something to look at: text that a language model writes, pictures that a generator makes, or what the model makes of
/// some validation samples.
/// </summary>
public sealed class EpochPreview
{
    private const int Pictures = 64;
    private const int Columns = 8;
    private static readonly SamplingOptions Text = new(Tokens: 160);

    private readonly TrainingSession _session;
    private readonly RunFolder _folder;
    private readonly Action<TrainingEvent> _observer;
    private readonly TextGenerator? _writer;
    private readonly Head? _picture;
    private readonly ValidationSample? _validation;

    /// <summary>Finds out what the session's model can show.</summary>
    public EpochPreview(TrainingSession session, Evaluator evaluator, RunFolder folder, Action<TrainingEvent> observer)
    {
        (_session, _folder, _observer) = (session, folder, observer);
        var language = session.Heads.FirstOrDefault(h => TextGenerator.CanWrite(session.Program, h));
        _writer = language is null ? null : new TextGenerator(session.Program, language, session.Data.Fitted);
        _picture = session.Heads.FirstOrDefault(h => PictureGenerator.CanGenerate(session.Program, h));
        _validation = ValidationSample.Of(session, evaluator);
    }

    /// <summary>Makes the sample of an epoch.</summary>
    public void Show(long epoch)
    {
        if (_validation?.After(epoch, _folder) is { } sample)
        {
            _observer(sample);
        }

        if (_writer is not null)
        {
            _observer(new SampleMade(epoch, SampleKind.Text, _writer.Continue("", Text).Trim()));
        }

        if (_picture is not null)
        {
            using var scope = NewDisposeScope();
            PictureGenerator.WritePng(
                PictureGenerator.Grid(PictureGenerator.Generate(_session.Program, _picture, Pictures, seed: 1), Columns), _folder.Sample(epoch));
            _observer(new SampleMade(epoch, SampleKind.Pictures, _folder.Sample(epoch)));
        }
    }
}
