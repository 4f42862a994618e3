using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Builder.Web.Canvas.Bridge;

/// <summary>Tells when a window's lost connection is there again: messages sent in between never arrived.</summary>
public sealed class CircuitConnection : CircuitHandler
{
    private bool _wasDown;

    /// <summary>Raised when the connection is lost.</summary>
    public event Action? Lost;

    /// <summary>Raised when the connection is there again.</summary>
    public event Action? Restored;

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _wasDown = true;
        Lost?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_wasDown)
        {
            _wasDown = false;
            Restored?.Invoke();
        }

        return Task.CompletedTask;
    }
}
