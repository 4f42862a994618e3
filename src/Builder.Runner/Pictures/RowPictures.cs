using System.Text.Json;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Protocol;

namespace Builder.Runner.Pictures;

/// <summary>Pictures of data sets, by row. The sources that were asked for last stay open: a page shows many rows of one.</summary>
public sealed class RowPictures(PixelBudget budget)
{
    private const int MostOpen = 3;

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
