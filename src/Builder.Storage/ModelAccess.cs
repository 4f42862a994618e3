namespace Builder.Storage;

/// <summary>Who may use a published model.</summary>
public enum ModelAccess
{
    /// <summary>Everybody who reaches the server.</summary>
    Open,

    /// <summary>Whoever knows its password.</summary>
    Password,
}
