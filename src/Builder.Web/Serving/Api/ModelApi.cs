using Builder.Web.Hosting;
using Builder.Web.Publishing;
using Builder.Web.Use;
using Microsoft.AspNetCore.Mvc;

namespace Builder.Web.Serving.Api;

/// <summary>
/// Published models for programs. What is sent is read as the page and the Use page read it, and every refusal is RFC 9457's problem details, which
/// for bad values name row and field.
/// </summary>
public static class ModelApi
{
    /// <summary>GET /api/models/NAME and …/openapi.json; POST …/predict with JSON, a CSV table or a picture.</summary>
    public static void MapModelApi(this IEndpointRouteBuilder endpoints)
    {
        var most = endpoints.ServiceProvider.GetRequiredService<UseOptions>().PictureBytes;
        var api = endpoints.MapGroup(ModelAddress.ApiRoute).AllowAnonymous().RequireRateLimiting(RequestPolicies.Visitors);
        api.MapGet("", (string name, ApiGate gate, HttpContext http) => gate.WithAsync(http, name, served => Task.FromResult(Results.Json(PredictionJson.Contract(served)))));
        api.MapGet("/openapi.json", (string name, ApiGate gate, HttpContext http) => gate.WithAsync(http, name, served => Task.FromResult(Results.Json(OpenApi.Of(served)))));
        api.MapPost(ModelAddress.PredictBelowApi, (string name, ApiGate gate, PredictRequests requests, HttpContext http) =>
            gate.WithAsync(http, name, served => requests.AnswerAsync(served, http))).WithMetadata(new RequestSizeLimitAttribute(most));
    }
}
