using System.Diagnostics;
using Builder.Datasets;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Serving;

/// <summary>Predicts for every row of a table that somebody sends. The table and its answer lie on the disk only until the answer has been sent.</summary>
public sealed class ServedTables(TablePrediction tables, UseFiles files, ServedAnswers answers)
{
    /// <summary>True for a model that can be asked by a table: it reads no pictures.</summary>
    public static bool IsFor(ServedModel served)
    {
        ArgumentNullException.ThrowIfNull(served);
        return served.Model.Description.Inputs.All(i => i.Kind != "picture");
    }

    /// <summary>Answers with the table and its predictions, as CSV.</summary>
    /// <param name="served">The model.</param>
    /// <param name="content">The table.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="http">The request.</param>
    /// <exception cref="DataException">It cannot be read.</exception>
    /// <exception cref="ModelException">It has nothing that the model can use, or the model cannot answer.</exception>
    public async Task<IResult> AnswerAsync(ServedModel served, Stream content, string name, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(served);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(http);
        using var folder = files.BorrowFolder();
        var path = Path.Combine(folder.Path, "table");
        await using (var target = File.Create(path))
        {
            await content.CopyToAsync(target, http.RequestAborted);
        }

        var begun = Stopwatch.GetTimestamp();
        var result = await tables.PredictAsync(served.Model, new("", path, name, "", default), ct: http.RequestAborted);
        answers.Count(served, Stopwatch.GetElapsedTime(begun));
        http.Response.OnCompleted(() =>
        {
            files.Remove(result.File);
            return Task.CompletedTask;
        });
        return Results.File(result.File.Path, "text/csv; charset=utf-8", result.File.Name);
    }
}
