namespace Builder.Web;

/// <summary>Tells everybody who listens to an event.</summary>
internal static class Listeners
{
    /// <summary>Calls all listeners, also where one of them throws: a window that has just been closed must not take the others with it.</summary>
    /// <param name="listeners">The event's listeners; null where there are none.</param>
    /// <param name="call">Calls one.</param>
    /// <param name="failed">Is given what one of them threw, to log it.</param>
    public static void Each<T>(T? listeners, Action<T> call, Action<Exception> failed)
        where T : Delegate
    {
        foreach (var listener in Delegate.EnumerateInvocationList(listeners))
        {
            try
            {
                call(listener);
            }
            catch (Exception error)
            {
                failed(error);
            }
        }
    }
}
