using System.Text.Encodings.Web;
using Builder.Datasets;
using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Storage;
using Builder.Web.Hosting;
using Builder.Web.Pictures;
using Builder.Web.Publishing;
using Builder.Web.Serving.Visitors;
using Builder.Web.Shell;
using Builder.Web.Shell.Faults;
using Builder.Web.Use;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Builder.Web.Serving.Page;

/// <summary>
/// The pages of published models. They are made by the server as they are and need neither a ticket nor a circuit: a visitor reaches these addresses and
/// nothing else.
/// </summary>
public static class PageEndpoints
{
    private const long FormBytes = 1 << 20;

    /// <summary>GET /m/NAME; POST /m/NAME with its form; POST /m/NAME/table with a file; POST /m/NAME/enter with the password.</summary>
    public static void MapModelPages(this IEndpointRouteBuilder endpoints)
    {
        var most = endpoints.ServiceProvider.GetRequiredService<UseOptions>().PictureBytes + FormBytes;
        var page = endpoints.MapGroup(ModelAddress.PageRoute).AllowAnonymous();
        var visitors = page.MapGroup("").RequireRateLimiting(RequestPolicies.Visitors);
        visitors.MapGet("", ShowAsync);
        visitors.MapPost("", AskAsync).WithMetadata(new RequestSizeLimitAttribute(most));
        visitors.MapPost("/table", PredictTableAsync).WithMetadata(new RequestSizeLimitAttribute(most));
        page.MapPost("/enter", EnterAsync).RequireRateLimiting(RequestPolicies.Passwords).WithMetadata(new RequestSizeLimitAttribute(FormBytes));
    }

    private static Task<IResult> ShowAsync(string name, VisitorGate gate, ServedModels models, HttpContext http) => WithAsync(http, name, gate, models, served =>
        Task.FromResult<IResult>(Page<ModelPage>(http, new() { [nameof(ModelPage.Served)] = served, [nameof(ModelPage.Question)] = VisitorQuestion.First(served) })));

    private static Task<IResult> AskAsync(
        string name, VisitorGate gate, ServedModels models, ServedAnswers answers, PictureClient pictures, UseFiles files, UseOptions options, HttpContext http) => WithAsync(http, name, gate, models, async served =>
    {
        var (form, status) = await FormOf(http);
        if (form is null)
        {
            return status == StatusCodes.Status413PayloadTooLarge
                ? new ApiProblem(status, "TooLarge", ServingTexts.TooLarge(options.PictureBytes >> 20)) : new ApiProblem(status, "BadForm", ServingTexts.BadForm);
        }

        using var folder = files.BorrowFolder();
        var question = await VisitorQuestion.ReadAsync(form, served, pictures, folder.Path, http.RequestAborted);
        var (row, problem) = question.Row is { } asked ? await answers.AskAsync(served, asked, http.RequestAborted) : (null, null);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(AnswerFragment.Served)] = served, [nameof(AnswerFragment.Question)] = question, [nameof(AnswerFragment.Row)] = row, [nameof(AnswerFragment.Problem)] = problem,
        };

        // The script of the page wants the answer alone.
        return http.Request.Headers.XRequestedWith.Count > 0
            ? Page<AnswerFragment>(http, parameters) : Page<ModelPage>(http, new(parameters) { [nameof(ModelPage.IsAsked)] = true });
    });

    private static Task<IResult> PredictTableAsync(string name, VisitorGate gate, ServedModels models, ServedTables tables, UseOptions options, HttpContext http) => WithAsync(http, name, gate, models, async served =>
    {
        var (form, status) = await FormOf(http);
        if (form?.Files is not [{ Length: > 0 } file] || !ServedTables.IsFor(served))
        {
            var words = status == StatusCodes.Status413PayloadTooLarge ? ServingTexts.TooLarge(options.PictureBytes >> 20) : ServingTexts.NoTable;
            return new Refusal(status, ServingTexts.NoTableTitle, words, ModelAddress.Page(name));
        }

        try
        {
            await using var content = file.OpenReadStream();
            return await tables.AnswerAsync(served, content, file.FileName, http);
        }
        catch (BuilderException refused) when (refused is DataException or ModelException)
        {
            return new Refusal(StatusCodes.Status422UnprocessableEntity, ServingTexts.NoTableTitle, refused.Words, ModelAddress.Page(name));
        }
    });

    private static async Task<IResult> EnterAsync(string name, VisitorGate gate, ServedModels models, HttpContext http)
    {
        if (await models.FindAsync(name, http.RequestAborted) is not { Published: { IsOn: true, Access: ModelAccess.Password } published })
        {
            return Results.Redirect(ModelAddress.Page(name));
        }

        var (form, _) = await FormOf(http);
        http.Response.Headers.CacheControl = "no-store";
        return await Task.Run(() => gate.TryEnter(http, published, form?["password"].ToString()))
            ? Results.Redirect(ModelAddress.Page(name))
            : Page<PasswordPage>(http, new() { [nameof(PasswordPage.Published)] = published, [nameof(PasswordPage.IsWrong)] = true }, StatusCodes.Status401Unauthorized);
    }

    // Null with the status that says why: it is none, was cut off, or is more than the page takes.
    private static async Task<(IFormCollection? Form, int Status)> FormOf(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return (null, StatusCodes.Status400BadRequest);
        }

        try
        {
            return (await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 10_000, KeyLengthLimit = 100 }, http.RequestAborted), StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> WithAsync(HttpContext http, string name, VisitorGate gate, ServedModels models, Func<ServedModel, Task<IResult>> answer)
    {
        var served = await models.FindAsync(name, http.RequestAborted);
        return served is null ? new Refusal(StatusCodes.Status404NotFound, ServingTexts.UnknownTitle, ServingTexts.Unknown)
            : !served.Published.IsOn ? new Refusal(StatusCodes.Status403Forbidden, ServingTexts.OffTitle, ServingTexts.Off)
            : gate.IsIn(http, served.Published) ? await answer(served)
            : Page<PasswordPage>(http, new() { [nameof(PasswordPage.Published)] = served.Published }, StatusCodes.Status401Unauthorized);
    }

    private static RazorComponentResult<T> Page<T>(HttpContext http, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        http.RequestServices.GetRequiredService<UiState>().Begin(UiCookies.Language(http.Request), UiCookies.Theme(http.Request));
        http.Response.Headers.CacheControl = "no-store";
        return new(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    private sealed class Refusal(int status, Localized title, Localized words, string? back = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            string Say(Localized text) => HtmlEncoder.Default.Encode(text.In(UiCookies.Language(httpContext.Request)));
            var way = back is null ? "" : $"""<p><a class="button" href="{back}">{Say(ServingTexts.Back)}</a></p>""";
            return BarePage.WriteAsync(httpContext, status, title, $"<p>{Say(words)}</p>{way}", "refusal");
        }
    }
}
