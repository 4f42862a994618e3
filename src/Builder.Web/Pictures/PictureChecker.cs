using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Web.Pictures;

/// <summary>Decodes all pictures of a source, a few at a time, and remembers which cannot be read.</summary>
public sealed class PictureChecker(PictureClient pictures, PictureChecks checks)
{
    /// <summary>Pictures at most of one step; the time of a step ends it sooner where they are large.</summary>
    private const int Many = 2_000;

    /// <summary>After a step that ended the process so many pictures are looked at one by one, to find which it was.</summary>
    private const int OneByOne = Many;

    /// <summary>So many pictures of a source may end the process; then the others are not looked at.</summary>
    private const int MostFailures = 20;

    private const int StepsBetweenFiles = 25;

    private readonly Dictionary<string, Course> _courses = new(StringComparer.Ordinal);

    /// <summary>Looks at some more pictures of a source. Asked by one caller at a time.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="source">The source.</param>
    /// <param name="table">All its pictures, none left out.</param>
    /// <param name="keep">Carries out what writes into the project's folder; it may have to be left undone.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>True where there are more to look at.</returns>
    public async Task<bool> StepAsync(string projectFolder, DataSource source, RawTable table, Action<Action> keep, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(keep);
        var known = checks.OfAll(projectFolder, source, table);
        var key = $"{projectFolder}\n{table.Fingerprint}";
        var course = _courses.GetValueOrDefault(key, default);
        if (source is not PicturesSource || known.IsComplete || course.Failures >= MostFailures)
        {
            _courses.Remove(key);
            return false;
        }

        try
        {
            var (next, unreadable) = await pictures.CheckRowsAsync(projectFolder, source, table.Fingerprint, known.Looked, course.Alone > 0 ? 1 : Many, ct);
            if (next <= known.Looked)
            {
                return false;
            }

            _courses[key] = course with { Alone = Math.Max(0, course.Alone - (next - known.Looked)), Steps = course.Steps + 1 };
            Add(next, unreadable.Select(u => (u.Row, u.Message)));
            return next < known.Count;
        }
        catch (DataException failure) when (PictureFailures.IsOfTheProgram(failure) && !PictureFailures.IsMissing(failure))
        {
            if (course.Alone == 0)
            {
                _courses[key] = course with { Alone = OneByOne };
                return true;
            }

            _courses[key] = course with { Failures = course.Failures + 1, Steps = course.Steps + 1 };
            Add(known.Looked + 1, [(known.Looked, failure.Reason)]);
            return known.Looked + 1 < known.Count;
        }
        catch (DataException)
        {
            // The source itself cannot be read, or there is no program to read it with: whoever looks at the data is told.
            return false;
        }

        void Add(int next, IEnumerable<(int Row, Message Reason)> unreadable)
        {
            var (files, classes) = (table.Find<TextColumn>(PicturesSource.FileColumn), table.Find<TextColumn>(PicturesSource.ClassColumn));
            ImmutableArray<UnreadablePicture> all = [.. known.Unreadable, .. unreadable.Where(u => u.Row < table.RowCount).Select(u => new UnreadablePicture(files?[u.Row] ?? "", classes?[u.Row], u.Reason))];
            var now = known with { Looked = next, Unreadable = all };
            keep(() => checks.Add(projectFolder, table.Fingerprint, now, course.Steps % StepsBetweenFiles == 0));
            checks.Tell(projectFolder, table.Fingerprint, now);
        }
    }

    /// <summary>How it goes with a source.</summary>
    /// <param name="Alone">Pictures that are still to be looked at one by one.</param>
    /// <param name="Failures">Pictures that ended the process.</param>
    /// <param name="Steps">Steps that were done.</param>
    private readonly record struct Course(int Alone, int Failures, int Steps);
}
