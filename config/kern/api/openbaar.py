"""The description of the API itself: public, for every origin (API Design Rules)."""

from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from config.kern.api.beschrijving import schema


class OpenapiView(APIView):
    """De beschrijving van deze API als OpenAPI-document."""

    authentication_classes: list[type] = []
    permission_classes: list[type] = []
    renderer_classes: list[type[BaseRenderer]] = [JSONRenderer]
    openbaar = True

    @extend_schema(
        operation_id="openapi_retrieve", summary="Beschrijving van de API",
        responses={200: OpenApiTypes.OBJECT}, parameters=[],
    )
    def get(self, request: Request) -> Response:
        return Response(schema(), headers={"Access-Control-Allow-Origin": "*"})
