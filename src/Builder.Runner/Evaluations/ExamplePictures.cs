using System.Globalization;
using Builder.Datasets.Preparation;
using Builder.Training.Evaluation;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>Writes the pictures that examples show, each once, up to a limit.</summary>
internal sealed class ExamplePictures(FinishedModel model)
{
    private const long MostPixels = 4_000_000;

    private readonly PreparedColumn? _column = PreparedPicture.ColumnOf(model.Session.Analysis.Graph, model.Session.Data);
    private readonly Dictionary<long, string> _written = [];

    /// <summary>The file of a sample's picture, relative to the run's folder; null where there is none.</summary>
    public string? Of(long start)
    {
        if (_column is null || (!_written.ContainsKey(start) && (_written.Count + 1) * _column.RowSize > MostPixels))
        {
            return null;
        }

        if (!_written.TryGetValue(start, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(model.Request.Folder.EvaluationPictures)}/{start}.png");
            Directory.CreateDirectory(model.Request.Folder.EvaluationPictures);
            PreparedPicture.Write(_column, start, Path.Combine(model.Request.Folder.Path, name));
            _written[start] = name;
        }

        return name;
    }
}
