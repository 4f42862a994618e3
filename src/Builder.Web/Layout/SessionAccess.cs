using Builder.Web.Sessions;

namespace Builder.Web.Layout;

/// <summary>Opens a project for the frame, which stays whole where there is no such project: the page says what is wrong.</summary>
public static class SessionAccess
{
    /// <summary>The session, or null where the project cannot be opened.</summary>
    public static async Task<ProjectSession?> TryOpenAsync(ProjectSessions sessions, string projectId)
    {
        try
        {
            return await sessions.OpenAsync(projectId);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }
    }
}
