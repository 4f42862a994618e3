using Builder.Storage.Files;
using Builder.Web.Canvas;
using Builder.Web.Data;
using Builder.Web.Drawings;
using Builder.Web.Evaluate;
using Builder.Web.History;
using Builder.Web.Home;
using Builder.Web.Instruments;
using Builder.Web.Runs;
using Builder.Web.Sessions;
using Builder.Web.Settings;
using Builder.Web.Shell;
using Builder.Web.Shell.Security;
using Builder.Web.Use;

OwnerOnly.Begin();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
try
{
    builder.Services.AddSessions(builder.Configuration);
    builder.AddShell();
}
catch (StartException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}

builder.Services.AddInstruments();
builder.Services.AddHome(builder.Configuration);
builder.Services.AddHistory();
builder.Services.AddDrawings();
builder.Services.AddSettings();
builder.Services.AddCanvas();
builder.Services.AddData(builder.Configuration);
builder.Services.AddEvaluate();
builder.Services.AddUse();
builder.Services.AddRuns(builder.Configuration);

var app = builder.Build();
if (app.OpenStorage() is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 2;
}

app.UseShell();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapShell();
app.MapCanvas();
app.MapProjectFiles();
app.MapData();
app.MapDrawings();
app.MapEvaluate();
app.MapUse();
app.MapRuns();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
await app.RunAsync();
return 0;

/// <summary>The entry point; public so that tests can host the server.</summary>
public partial class Program;
