using Bunit;
using Builder.Web.Shell.Faults;
using Builder.Web.Shell;
using Builder.Web.Tests.Operations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Shell.Faults;

public sealed class ReportingBoundaryTests : BunitContext
{
    private readonly PrintedLog _log = new();

    public ReportingBoundaryTests()
    {
        Services.AddLogging(log => log.AddProvider(_log));
        Services.AddCascadingValue(_ => new UiState());
    }

    [Fact]
    public void A_page_that_fails_shows_the_number_under_which_the_log_tells_of_it()
    {
        var page = Render<ReportingBoundary>(p => p.AddChildContent<Broken>().Add(b => b.ErrorContent, error => builder =>
        {
            builder.OpenComponent<FaultView>(0);
            builder.AddAttribute(1, nameof(FaultView.Reference), FaultReference.Of(error));
            builder.CloseComponent();
        }));
        var reference = page.Find("[data-testid=reference]").TextContent;

        Assert.Matches("^[0-9A-F]{8}$", reference);
        Assert.Contains($"Fault {reference}", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("what somebody typed", _log.Text, StringComparison.Ordinal);
    }

    private sealed class Broken : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new FormatException("'what somebody typed' is no number");
    }
}
