using Builder.Storage.Files;
using Builder.Web.Canvas;
using Builder.Web.Data;
using Builder.Web.Drawings;
using Builder.Web.Evaluate;
using Builder.Web.History;
using Builder.Web.Home;
using Builder.Web.Instruments;
using Builder.Web.Layout;
using Builder.Web.Operations;
using Builder.Web.Operations.Backups;
using Builder.Web.Operations.Faults;
using Builder.Web.Publishing;
using Builder.Web.Reports;
using Builder.Web.Runs;
using Builder.Web.Serving;
using Builder.Web.Sessions;
using Builder.Web.Settings;
using Builder.Web.Shell;
using Builder.Web.Use;

OwnerOnly.Begin();
try
{
    StartFaults.CheckMachine();
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddCheckedSettings();
    if (RestoreCommand.Run(builder.Configuration, Console.Out))
    {
        return 0;
    }

    builder.AddOperations();
    builder.Services.AddRazorComponents().AddInteractiveServerComponents();
    builder.Services.AddSessions(builder.Configuration);
    builder.AddShell();
    builder.Services.AddInstruments();
    builder.Services.AddHome(builder.Configuration);
    builder.Services.AddHistory();
    builder.Services.AddDrawings();
    builder.Services.AddSettings();
    builder.Services.AddCanvas();
    builder.Services.AddData(builder.Configuration);
    builder.Services.AddEvaluate();
    builder.Services.AddReports();
    builder.Services.AddUse(builder.Configuration);
    builder.Services.AddPublishing();
    builder.Services.AddServing();
    builder.Services.AddRuns(builder.Configuration);

    var app = builder.Build();
    app.OpenStorage();
    app.UseOperations();
    app.UseShell();
    app.UseAntiforgery();
    app.MapStaticAssets().AllowAnonymous();
    app.MapOperations();
    app.MapShell();
    app.MapCanvas();
    app.MapProjectFiles();
    app.MapData();
    app.MapDrawings();
    app.MapEvaluate();
    app.MapReports();
    app.MapUse();
    app.MapServing();
    app.MapRuns();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
    await app.RunAsync();
    return 0;
}
catch (Exception cause) when (cause is not HostAbortedException)
{
    return StartFaults.Tell(cause);
}

/// <summary>The entry point; public so that tests can host the server.</summary>
public partial class Program;
