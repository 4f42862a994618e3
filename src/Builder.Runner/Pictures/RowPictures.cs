using System.Diagnostics;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Protocol.Messages;

namespace Builder.Runner.Pictures;

/// <summary>Pictures of data sets, by row. The sources that were asked for last stay open: a page shows many rows of one.</summary>
public sealed class RowPictures(PixelBudget budget)
{
    private const int MostOpen = 3;

    // Whoever looks at pictures meanwhile is not to wait long for a turn.
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly List<(Key Key, Lazy<PictureColumn?> Pictures)> _open = [];

    /// <summary>A row's picture, made small.</summary>
    /// <returns>A PNG file; null where there is no such row.</returns>
    /// <exception cref="Builder.Datasets.DataException">The source or the picture cannot be used.</exception>
    public byte[]? Thumbnail(RunnerCommand.Thumbnail task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Open(new(task.Project, task.Source.GetRawText(), task.Version)).Value is not { } pictures || task.Row < 0 || task.Row >= pictures.Count)
        {
            return null;
        }

        var own = pictures.Size(task.Row);
        return budget.With(own, () => Small(pictures, task.Row, own, task.Side));
    }

    /// <summary>Decodes pictures one after the other, until the time for one task is over.</summary>
    /// <exception cref="Builder.Datasets.DataException">The source cannot be used.</exception>
    public RunEvent.PicturesChecked Check(RunnerCommand.CheckRows task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var (began, row, unreadable) = (Stopwatch.GetTimestamp(), Math.Max(0, task.Row), new List<UnreadableRow>());
        if (Open(new(task.Project, task.Source.GetRawText(), task.Version)).Value is not { } pictures)
        {
            return new(task.Id, row, []);
        }

        for (var done = 0; row < pictures.Count && done < task.Most && (done == 0 || Stopwatch.GetElapsedTime(began) < s_slice); done++, row++)
        {
            if (Problem(pictures, row) is { } problem)
            {
                unreadable.Add(new(row, problem));
            }
        }

        return new(task.Id, row, unreadable);
    }

    private Message? Problem(PictureColumn pictures, int row)
    {
        try
        {
            budget.With(pictures.Size(row), () => pictures.Decode(row).Length);
            return null;
        }
        catch (DataException problem)
        {
            return problem.Reason;
        }
        catch (OutOfMemoryException)
        {
            return RunnerMessages.PictureMemory.With();
        }
        catch (Exception cause)
        {
            // Whatever a picture does to a decoder costs that picture and no other.
            return RunnerMessages.PictureUnreadable.With(("name", cause.GetType().Name));
        }
    }

    private static byte[] Small(PictureColumn pictures, int row, PictureSize own, int side)
    {
        var scale = Math.Min(1, side / (double)Math.Max(own.Height, own.Width));
        var size = new PictureSize(own.Channels == 1 ? 1 : 3, Math.Max(1, (int)(own.Height * scale)), Math.Max(1, (int)(own.Width * scale)));
        using var png = new MemoryStream();
        PictureWriting.WritePng(((PictureColumn)pictures.Select([row])).Decode(size), size, png);
        return png.ToArray();
    }

    private Lazy<PictureColumn?> Open(Key key)
    {
        lock (_gate)
        {
            var place = _open.FindIndex(o => o.Key == key && !(o.Pictures.IsValueCreated && o.Pictures.Value is null));
            var entry = place >= 0 ? _open[place] : (key, new Lazy<PictureColumn?>(() => Read(key), LazyThreadSafetyMode.PublicationOnly));
            if (place >= 0)
            {
                _open.RemoveAt(place);
            }

            // Another version of the same source is of no use any more.
            _open.RemoveAll(o => o.Key.Project == key.Project && o.Key.Source == key.Source);
            _open.Insert(0, entry);
            _open.RemoveRange(Math.Min(MostOpen, _open.Count), Math.Max(0, _open.Count - MostOpen));
            return entry.Item2;
        }
    }

    private static PictureColumn? Read(Key key) => DataImport
        .Read(new DataSet { Id = "pictures", Source = JsonSerializer.Deserialize<DataSource>(key.Source, DataJson.Options)! }, key.Project)
        .Columns.OfType<PictureColumn>().FirstOrDefault();

    private sealed record Key(string Project, string Source, string Version);
}
