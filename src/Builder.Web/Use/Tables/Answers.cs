using Builder.Graph;
using Builder.Protocol;

namespace Builder.Web.Use.Tables;

/// <summary>What a model has told so far of the rows of a file, part by part.</summary>
/// <param name="rows">Rows of the file.</param>
internal sealed class Answers(int rows)
{
    private readonly IReadOnlyList<PredictedOutput>?[] _outputs = new IReadOnlyList<PredictedOutput>?[rows];
    private readonly SortedDictionary<int, Localized> _refused = [];
    private readonly Dictionary<string, UnseenValue> _unseen = new(StringComparer.Ordinal);

    /// <summary>The prediction for a row, from 0; null where there is none.</summary>
    public IReadOnlyList<PredictedOutput>? this[int row] => _outputs[row];

    /// <summary>Rows that have a prediction.</summary>
    public int Predicted => _outputs.Count(o => o is not null);

    /// <summary>Rows that have none, from 1, with the reason.</summary>
    public IEnumerable<(int Row, Localized Words)> Remarks => _refused.Select(r => (r.Key + 1, r.Value));

    /// <summary>Columns in which the model met what it has never seen, with the rows of the file.</summary>
    public IReadOnlyList<UnseenValue> Unseen => [.. _unseen.Values.OrderBy(u => u.Row)];

    /// <summary>Takes the predictions for a part of the file.</summary>
    /// <param name="answer">The predictions.</param>
    /// <param name="first">The first row of that part, from 0.</param>
    public void Add(RunEvent.Prediction answer, int first)
    {
        for (var i = 0; i < answer.Rows!.Count; i++)
        {
            var place = first + (answer.Rows[i].Row ?? i);
            if (answer.Rows[i].Refused is { } why)
            {
                Refuse(place, why.Words);
            }
            else
            {
                _outputs[place] = answer.Rows[i].Outputs;
            }
        }

        foreach (var unseen in answer.Unseen ?? [])
        {
            var here = unseen with { Row = unseen.Row + first };
            _unseen[here.Column] = _unseen.TryGetValue(here.Column, out var known) ? known with { Rows = known.Rows + here.Rows } : here;
        }
    }

    /// <summary>Notes why a row, from 0, has no prediction.</summary>
    public void Refuse(int row, Localized why) => _refused[row] = why;
}
