namespace Builder.Web.Shell;

/// <summary>Shown where an address leads nowhere.</summary>
public sealed partial class NotFoundPage
{}
