using Builder.Web.Canvas;
using Builder.Web.Home;
using Builder.Web.Sessions;
using Builder.Web.Shell;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddShell();
builder.Services.AddSessions(builder.Configuration);
builder.Services.AddReadyProjects(builder.Configuration);
builder.Services.AddCanvas();

var app = builder.Build();
app.UseShell();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapShell();
app.MapCanvas();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();

/// <summary>The entry point; public so that tests can host the server.</summary>
public partial class Program;
