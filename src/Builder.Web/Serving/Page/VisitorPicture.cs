using Builder.Datasets;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Pictures;
using Builder.Web.Use.Answers;

namespace Builder.Web.Serving.Page;

/// <summary>A picture that a visitor sends. It lies on the disk only until the model has looked at it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Doubt">Why an answer to it deserves less trust; null where it is like those that the model knows.</param>
internal sealed record VisitorPicture(string Path, Localized? Doubt)
{
    /// <summary>The name under which the page sends what was drawn on it.</summary>
    private const string Drawing = "drawing.png";

    /// <summary>Takes a picture out of a form; null where there is none, or nothing was drawn.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="hint">What the model's pictures are like.</param>
    /// <param name="pictures">Opens pictures.</param>
    /// <param name="file">Where it is to lie.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DataException">It is no picture, or too large.</exception>
    public static async Task<VisitorPicture?> TakeAsync(IFormFile? sent, PictureHint? hint, PictureClient pictures, string file, CancellationToken ct)
    {
        if (sent is not { Length: > 0 })
        {
            return null;
        }

        await using (var target = File.Create(file))
        {
            await sent.CopyToAsync(target, ct);
        }

        await pictures.CheckAsync(file, sent.FileName, ct);
        if (sent.FileName == Drawing && hint is { IsGrey: true })
        {
            if (await pictures.PrepareAsync(file, hint, ct) is not { } png)
            {
                return null;
            }

            await File.WriteAllBytesAsync(file, png, ct);
        }

        return new(file, AnswerDoubts.OfPicture(hint?.Seen, (await pictures.LookAsync([file], ct))?.Seen));
    }
}
