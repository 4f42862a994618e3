using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop.Infrastructure;

namespace Builder.Web.Tests.Shell;

/// <summary>What the shell's script does with an address, in a window without a browser: the page that asks is the one that is shown.</summary>
internal sealed class ShownPage : JSRuntimeInvocationHandler
{
    private readonly IServiceProvider _services;

    private ShownPage(IServiceProvider services)
        : base(invocation => invocation.Identifier == "moveOn", isCatchAllHandler: false)
    {
        _services = services;
        SetVoidResult();
    }

    /// <summary>Lets the pages of a window go on to other addresses.</summary>
    public static void In(BunitContext window) => window.JSInterop.SetupModule("./assets/shell.js").AddInvocationHandler(new ShownPage(window.Services));

    /// <inheritdoc/>
    protected override Task<IJSVoidResult> HandleAsync(JSRuntimeInvocation invocation)
    {
        _services.GetRequiredService<NavigationManager>().NavigateTo((string)invocation.Arguments[1]!, replace: (bool)invocation.Arguments[2]!);
        return base.HandleAsync(invocation);
    }
}
